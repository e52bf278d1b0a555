@NullMarked
package it.percorsi.citizen.persistence;

import org.jspecify.annotations.NullMarked;
