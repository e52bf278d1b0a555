/** The case file: opened at the first level, taken in care by a team at the second. */
@NullMarked
package it.percorsi.casefile;

import org.jspecify.annotations.NullMarked;
