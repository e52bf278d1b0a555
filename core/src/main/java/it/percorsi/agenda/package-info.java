/** The agenda shared between bodies: one appointment holds all its resources or none. */
@NullMarked
package it.percorsi.agenda;

import org.jspecify.annotations.NullMarked;
