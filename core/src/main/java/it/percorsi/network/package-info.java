/** The bodies of a territory, their desks, hours, holidays and languages. */
@NullMarked
package it.percorsi.network;

import org.jspecify.annotations.NullMarked;
