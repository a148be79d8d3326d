package org.localityvoice.mongo;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bson.BsonDocument;
import org.bson.BsonDocumentReader;
import org.bson.BsonDocumentWriter;
import org.bson.BsonReader;
import org.bson.BsonString;
import org.bson.BsonWriter;
import org.bson.codecs.BsonDocumentCodec;
import org.bson.codecs.Codec;
import org.bson.codecs.DecoderContext;
import org.bson.codecs.EncoderContext;
import org.bson.codecs.configuration.CodecConfigurationException;
import org.bson.codecs.configuration.CodecProvider;
import org.bson.codecs.configuration.CodecRegistry;
import org.bson.codecs.record.RecordCodecProvider;
import org.jspecify.annotations.Nullable;

/**
 * Stores the records of a sealed interface with a field {@code type} that holds the record's simple
 * name, so that they come back as what they were. Answers for the interface and for each record it
 * permits, because updates name the record itself.
 */
final class SealedRecords implements CodecProvider {
  private static final String TAG = "type";

  @Override
  public <T> @Nullable Codec<T> get(Class<T> type, CodecRegistry registry) {
    return family(type)
        .map(family -> new Tagged<T>(type, records(family), registry, new ConcurrentHashMap<>()))
        .orElse(null);
  }

  private static Optional<Class<?>> family(Class<?> type) {
    if (type.isInterface()) {
      // A sealed interface may itself be part of a sealed family; the whole family is one.
      return type.isSealed() ? above(type).or(() -> Optional.of(type)) : Optional.empty();
    }
    return type.isRecord() ? above(type) : Optional.empty();
  }

  private static Optional<Class<?>> above(Class<?> type) {
    return Stream.<Class<?>>of(type.getInterfaces())
        .filter(Class::isSealed)
        .findFirst()
        .map(found -> above(found).orElse(found));
  }

  private static Map<String, Class<?>> records(Class<?> family) {
    return members(family)
        .collect(Collectors.toUnmodifiableMap(Class::getSimpleName, Function.identity()));
  }

  private static Stream<Class<?>> members(Class<?> family) {
    return Arrays.stream(family.getPermittedSubclasses())
        .flatMap(member -> member.isInterface() ? members(member) : Stream.of(member));
  }

  /**
   * The codec of one type.
   *
   * @param plain codecs of the records, made when first needed: each is found by reflection, which
   *     takes longer than to read or write one
   */
  private record Tagged<T>(
      Class<T> type,
      Map<String, Class<?>> records,
      CodecRegistry registry,
      Map<Class<?>, Codec<Object>> plain)
      implements Codec<T> {
    private static final BsonDocumentCodec DOCUMENTS = new BsonDocumentCodec();

    @Override
    public void encode(BsonWriter writer, T value, EncoderContext context) {
      var fields = new BsonDocument();
      plain(value.getClass()).encode(new BsonDocumentWriter(fields), value, context);
      var tagged = new BsonDocument(TAG, new BsonString(value.getClass().getSimpleName()));
      tagged.putAll(fields);
      DOCUMENTS.encode(writer, tagged, context);
    }

    @Override
    public T decode(BsonReader reader, DecoderContext context) {
      var document = DOCUMENTS.decode(reader, context);
      var tag = document.getString(TAG, new BsonString("")).getValue();
      var found = records.get(tag);
      if (found == null) {
        throw new CodecConfigurationException(
            "unknown " + TAG + " '" + tag + "' for " + type.getSimpleName());
      }
      document.remove(TAG);
      return type.cast(plain(found).decode(new BsonDocumentReader(document), context));
    }

    private Codec<Object> plain(Class<?> found) {
      var known = plain.get(found);
      return known == null ? plain.computeIfAbsent(found, this::made) : known;
    }

    @SuppressWarnings("unchecked")
    private Codec<Object> made(Class<?> found) {
      return (Codec<Object>) new RecordCodecProvider().get(found, registry);
    }

    @Override
    public Class<T> getEncoderClass() {
      return type;
    }
  }
}
