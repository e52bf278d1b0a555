/** Bodies, accounts and the trail, in pages for those who keep and watch them. */
@NullMarked
package it.percorsi.administration;

import org.jspecify.annotations.NullMarked;
