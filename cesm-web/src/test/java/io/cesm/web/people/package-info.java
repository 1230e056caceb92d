@NullMarked
package io.cesm.web.people;

import org.jspecify.annotations.NullMarked;
