/**
 * What customers wrote: searched, sorted into themes, judged by its feeling, and coded by
 * hand.
 */
@NullMarked
@NamedInterface("voice")
package io.cesm.satisfaction.voice;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.NamedInterface;
