/** Invented people, as many as one likes, to measure with: {@code docs/development.md}. */
@NullMarked
package it.percorsi.volume.persistence;

import org.jspecify.annotations.NullMarked;
