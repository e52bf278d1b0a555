@NullMarked
package it.percorsi.citizen.web;

import org.jspecify.annotations.NullMarked;
