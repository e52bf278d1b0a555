/** Pages about mediation on request. */
@NullMarked
package it.percorsi.mediation.web;

import org.jspecify.annotations.NullMarked;
