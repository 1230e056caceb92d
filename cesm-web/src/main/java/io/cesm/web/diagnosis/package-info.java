/** Pages and API of the diagnosis by seven gaps. */
@NullMarked
package io.cesm.web.diagnosis;

import org.jspecify.annotations.NullMarked;
