@NullMarked
package it.percorsi.access.persistence;

import org.jspecify.annotations.NullMarked;
