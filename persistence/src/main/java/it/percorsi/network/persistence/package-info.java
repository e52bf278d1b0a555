@NullMarked
package it.percorsi.network.persistence;

import org.jspecify.annotations.NullMarked;
