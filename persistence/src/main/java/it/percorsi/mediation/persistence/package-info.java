/** Requests for mediators in PostgreSQL. */
@NullMarked
package it.percorsi.mediation.persistence;

import org.jspecify.annotations.NullMarked;
