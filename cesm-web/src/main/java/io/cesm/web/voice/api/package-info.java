/**
 * What customers wrote, and what it is about, for programs.
 */
@NullMarked
package io.cesm.web.voice.api;

import org.jspecify.annotations.NullMarked;
