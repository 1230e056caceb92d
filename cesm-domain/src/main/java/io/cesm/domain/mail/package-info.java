/**
 * The out-trays of mails: what waits to be sent, what left, what came back.
 */
@NullMarked
@NamedInterface("mail")
package io.cesm.domain.mail;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
