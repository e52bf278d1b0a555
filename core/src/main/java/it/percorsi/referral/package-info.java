/** A segnalazione, from the service that sends it to the panel that decides it in a sitting. */
@NullMarked
package it.percorsi.referral;

import org.jspecify.annotations.NullMarked;
