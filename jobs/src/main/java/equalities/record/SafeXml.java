package equalities.record;

import com.fasterxml.aalto.stax.InputFactoryImpl;
import java.io.InputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** XML as a stream of events; a document type, and so any entity that it declares, is refused. */
final class SafeXml {
    private SafeXml() {}

    static XMLStreamReader open(InputStream in) throws XMLStreamException {
        XMLInputFactory factory = new InputFactoryImpl();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        return factory.createXMLStreamReader(in);
    }

    /** The next start or end of an element or text; false at the end of the document. */
    static boolean next(XMLStreamReader xml) throws XMLStreamException {
        if (!xml.hasNext()) {
            return false;
        }
        int event;
        try {
            event = xml.next();
        } catch (RuntimeException stumbled) { // Aalto, over an entity whose name no XML allows.
            throw new XMLStreamException("what no reader of XML reads", stumbled);
        }
        if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
            throw new XMLStreamException("a document type or an entity, which no spreadsheet program writes");
        }
        return event != XMLStreamConstants.END_DOCUMENT;
    }

    /** An attribute by its local name, whatever its namespace; null when it is not there. */
    static @Nullable String attribute(XMLStreamReader xml, String name) {
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            if (xml.getAttributeLocalName(i).equals(name)) {
                return xml.getAttributeValue(i);
            }
        }
        return null;
    }

    /** A whole number between 1 and a limit, or 1. */
    static int count(XMLStreamReader xml, String name, int limit) {
        String text = attribute(xml, name);
        try {
            return text == null ? 1 : (int) Math.max(1, Math.min(limit, Long.parseLong(text)));
        } catch (NumberFormatException e) {
            return 1;
        }
    }
}
