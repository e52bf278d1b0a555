/** Mediation that is asked of another body, and the hours it costs a programme. */
@NullMarked
package it.percorsi.mediation;

import org.jspecify.annotations.NullMarked;
