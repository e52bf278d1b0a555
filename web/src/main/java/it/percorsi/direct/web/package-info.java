/** Pages about direct referrals. */
@NullMarked
package it.percorsi.direct.web;

import org.jspecify.annotations.NullMarked;
