@NullMarked
package it.percorsi.person.web;

import org.jspecify.annotations.NullMarked;
