@NullMarked
package it.percorsi.referral.persistence;

import org.jspecify.annotations.NullMarked;
