/**
 * Taking answers: who may answer what, how an answer is judged, stored once and told of,
 * and how an anonymous one is cut from the person who gave it.
 */
@NullMarked
@NamedInterface("answer")
package io.cesm.satisfaction.answer;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.NamedInterface;
