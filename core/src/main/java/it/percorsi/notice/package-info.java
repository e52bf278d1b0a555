/** What people are told of their appointments, and what they answer. */
@NullMarked
package it.percorsi.notice;

import org.jspecify.annotations.NullMarked;
