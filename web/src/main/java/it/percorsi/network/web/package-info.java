@NullMarked
package it.percorsi.network.web;

import org.jspecify.annotations.NullMarked;
