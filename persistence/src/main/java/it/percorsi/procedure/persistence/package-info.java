@NullMarked
package it.percorsi.procedure.persistence;

import org.jspecify.annotations.NullMarked;
