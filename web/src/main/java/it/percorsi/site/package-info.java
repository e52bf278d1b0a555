/** What every page shares: layout, login, who acts, forms, refusals. */
@NullMarked
package it.percorsi.site;

import org.jspecify.annotations.NullMarked;
