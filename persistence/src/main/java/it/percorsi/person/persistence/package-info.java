@NullMarked
package it.percorsi.person.persistence;

import org.jspecify.annotations.NullMarked;
