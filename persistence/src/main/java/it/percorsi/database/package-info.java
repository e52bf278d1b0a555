/** The server, its roles, and the one place where transactions begin and say who they act for. */
@NullMarked
package it.percorsi.database;

import org.jspecify.annotations.NullMarked;
