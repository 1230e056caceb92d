/**
 * The few issues customers feel most: nominated with evidence, understood in the
 * customer's words, planned so that it can be measured, and closed only when every
 * affected customer agrees and a lesson is kept.
 */
@NullMarked
@NamedInterface("topissue")
package io.cesm.domain.topissue;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.NamedInterface;
