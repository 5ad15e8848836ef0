package dev.mstv.platform.events.projection;

import dev.mstv.platform.mongo.Mongo;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bson.Document;

/** The directory in collections. */
final class MongoDirectoryWorld extends DirectoryWorld {

    MongoDirectoryWorld(Map<String, String> environment) {
        super(environment);
    }

    private List<Document> documents(long generation) {
        return bean(Mongo.class).call(database -> database.getCollection("users_directory_" + generation)
                .find()
                .into(new ArrayList<>()));
    }

    @Override
    List<String> texts(long generation) {
        return documents(generation).stream().map(Document::toJson).toList();
    }

    @Override
    Set<Row> listed(long generation) {
        Set<Row> listed = new HashSet<>();
        documents(generation).stream()
                .filter(document -> document.containsKey("email"))
                .forEach(document -> listed.add(new Row(
                        document.getString("_id"),
                        document.getString("email"),
                        document.getString("emailKey"),
                        document.getString("name"),
                        document.getString("role"),
                        document.getBoolean("emailVerified"),
                        document.getDate("createdAt").toInstant(),
                        document.getDate("updatedAt").toInstant(),
                        document.getLong("version"))));
        return listed;
    }

    @Override
    boolean exists(long generation) {
        return bean(Mongo.class)
                .call(database -> database.listCollectionNames().into(new ArrayList<>()))
                .contains("users_directory_" + generation);
    }
}
