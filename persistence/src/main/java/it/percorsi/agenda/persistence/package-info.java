@NullMarked
package it.percorsi.agenda.persistence;

import org.jspecify.annotations.NullMarked;
