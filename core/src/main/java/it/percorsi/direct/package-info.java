/** Sending a person to a service, and following what becomes of it. */
@NullMarked
package it.percorsi.direct;

import org.jspecify.annotations.NullMarked;
