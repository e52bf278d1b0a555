/**
 * What a pathway is made of: one table of moves that the button, the guard and the message all
 * read.
 */
@NullMarked
package it.percorsi.pathway;

import org.jspecify.annotations.NullMarked;
