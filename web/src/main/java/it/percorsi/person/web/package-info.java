@NullMarked
@NamedInterface("fields")
package it.percorsi.person.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
