@NullMarked
package it.percorsi.reception.persistence;

import org.jspecify.annotations.NullMarked;
