/** One person, one file, whichever body met them first. */
@NullMarked
package it.percorsi.person;

import org.jspecify.annotations.NullMarked;
