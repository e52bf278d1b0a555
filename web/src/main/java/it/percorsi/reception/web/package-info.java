@NullMarked
package it.percorsi.reception.web;

import org.jspecify.annotations.NullMarked;
