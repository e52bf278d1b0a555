/** Lists of people from elsewhere, checked whole and written whole or not at all. */
@NullMarked
package it.percorsi.intake;

import org.jspecify.annotations.NullMarked;
