package org.localityvoice.report.open311;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What GeoReport v2 answers with, in its order and with the types of its community's JSON schema.
 * What the standard always names is there even when it is empty.
 */
final class Rows {
  private Rows() {}

  @JsonNaming(SnakeCaseStrategy.class)
  record Discovery(
      Instant changeset, String contact, String keyService, List<Endpoint> endpoints) {}

  record Endpoint(
      String specification, String url, Instant changeset, String type, List<String> formats) {}

  /**
   * Something that can be requested.
   *
   * @param metadata whether it has a definition; here always
   * @param keywords with commas
   */
  @JsonNaming(SnakeCaseStrategy.class)
  record Service(
      String serviceCode,
      String serviceName,
      String description,
      boolean metadata,
      String type,
      String keywords,
      String group) {}

  @JsonNaming(SnakeCaseStrategy.class)
  record Definition(String serviceCode, List<Attribute> attributes) {}

  /**
   * Something that is asked, or to be read.
   *
   * @param variable false for something to read
   * @param automated who fills it in, if it is not the resident
   * @param values to choose from; absent unless the datatype is a list
   */
  @JsonNaming(SnakeCaseStrategy.class)
  record Attribute(
      boolean variable,
      String code,
      String datatype,
      boolean required,
      @JsonInclude Optional<String> datatypeDescription,
      int order,
      String description,
      Optional<String> automated,
      Optional<List<Value>> values) {}

  record Value(String key, String name) {}

  /** That a request was taken. */
  @JsonNaming(SnakeCaseStrategy.class)
  @JsonInclude
  record Receipt(
      String serviceRequestId, Optional<String> serviceNotice, Optional<String> accountId) {}

  @JsonNaming(SnakeCaseStrategy.class)
  record Token(String serviceRequestId, String token) {}

  /**
   * A request as everybody may see it. Nothing in it says who made it.
   *
   * @param latitude in degrees, to six decimal places
   */
  @JsonNaming(SnakeCaseStrategy.class)
  @JsonInclude
  record Request(
      String serviceRequestId,
      String status,
      Optional<String> statusNotes,
      String serviceName,
      String serviceCode,
      Optional<String> description,
      String agencyResponsible,
      Optional<String> serviceNotice,
      Instant requestedDatetime,
      Instant updatedDatetime,
      Optional<Instant> expectedDatetime,
      Optional<String> address,
      Optional<String> addressId,
      Optional<String> zipcode,
      @JsonProperty("lat") Optional<BigDecimal> latitude,
      @JsonProperty("long") Optional<BigDecimal> longitude,
      Optional<String> mediaUrl) {}

  /**
   * Something that has become of a request.
   *
   * @param fixmystreetId the asking system's own number of the request, if it has one
   */
  @JsonNaming(SnakeCaseStrategy.class)
  record Update(
      String updateId,
      String serviceRequestId,
      String status,
      Instant updatedDatetime,
      @JsonInclude Optional<String> description,
      @JsonInclude Optional<String> mediaUrl,
      Optional<String> fixmystreetId) {}

  @JsonNaming(SnakeCaseStrategy.class)
  record UpdateReceipt(String updateId) {}
}
