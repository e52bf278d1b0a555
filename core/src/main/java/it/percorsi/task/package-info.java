/** What is left to do: who, what, by when, about which person, and where it was decided. */
@NullMarked
package it.percorsi.task;

import org.jspecify.annotations.NullMarked;
