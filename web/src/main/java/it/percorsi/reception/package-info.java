/** The front desk: whoever comes in is searched for before anything is written. */
@NullMarked
package it.percorsi.reception;

import org.jspecify.annotations.NullMarked;
