package org.localityvoice.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.StringReader;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.xml.sax.InputSource;

class XmlDocumentTest {
  private static final XmlDocument XML = new XmlDocument(Map.of("rows", "row"));

  @Test
  void objects_lists_nothing_and_numbers_have_their_elements() {
    var row = JsonNodeFactory.instance.objectNode();
    row.putNull("empty").put("yes", true).put("degrees", new BigDecimal("5E+1")).putArray("rows");
    assertThat(XML.write("rows", Json.tree(List.of(row))).toString())
        .isEqualTo(
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?><rows><row><empty/><yes>true</yes>"
                + "<degrees>50</degrees><rows/></row></rows>");
  }

  @Property
  void any_text_can_be_read_again_without_what_xml_cannot_hold(@ForAll String text)
      throws Exception {
    var xml = XML.write("text", Json.tree(text)).toString();
    var factory = DocumentBuilderFactory.newInstance();
    factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
    var read = factory.newDocumentBuilder().parse(new InputSource(new StringReader(xml)));
    assertThat(read.getDocumentElement().getTextContent()).isEqualTo(XmlText.legal(text));
  }

  @Property
  void legal_text_stays_as_it_is(@ForAll String text) {
    assertThat(XmlText.legal(XmlText.legal(text))).isEqualTo(XmlText.legal(text));
  }
}
