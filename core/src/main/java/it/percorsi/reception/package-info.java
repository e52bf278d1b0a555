/** Who comes in at a desk: counted without a name, waited for, handed on. */
@NullMarked
package it.percorsi.reception;

import org.jspecify.annotations.NullMarked;
