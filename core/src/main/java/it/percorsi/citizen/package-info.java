/** What whoever has no account may know of the desks, and ask of them. */
@NullMarked
package it.percorsi.citizen;

import org.jspecify.annotations.NullMarked;
