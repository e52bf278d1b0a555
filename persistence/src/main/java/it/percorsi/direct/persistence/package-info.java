/** Direct referrals in PostgreSQL. */
@NullMarked
package it.percorsi.direct.persistence;

import org.jspecify.annotations.NullMarked;
