/**
 * The frame of every page: layout, language, theme, static files, error pages, the desk
 * of the person who is signed in.
 */
@NullMarked
package io.cesm.web.layout;

import org.jspecify.annotations.NullMarked;
