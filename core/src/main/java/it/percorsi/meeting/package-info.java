/** A meeting of those who follow cases together: what was decided of each, and the minutes. */
@NullMarked
package it.percorsi.meeting;

import org.jspecify.annotations.NullMarked;
