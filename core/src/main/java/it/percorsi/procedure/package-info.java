/**
 * Paperwork at other offices that a person is helped with: dates, answers, and when to look again.
 */
@NullMarked
package it.percorsi.procedure;

import org.jspecify.annotations.NullMarked;
