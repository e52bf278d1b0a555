/** Projects of a fund: bodies, targets, amounts, and who may be enrolled. */
@NullMarked
package it.percorsi.programme;

import org.jspecify.annotations.NullMarked;
