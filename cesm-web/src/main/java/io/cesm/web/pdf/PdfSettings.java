package io.cesm.web.pdf;

import java.nio.file.Path;
import java.util.List;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How documents are written.
 *
 * @param fonts files of TrueType fonts for characters that the font of the product lacks,
 * such as Korean or Thai
 */
@ConfigurationProperties("cesm.pdf")
record PdfSettings(@DefaultValue List<Path> fonts) {
}
