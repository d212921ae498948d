package dev.surprisal.store;

import org.springframework.stereotype.Repository;

/** The secret keys of the server, each made when it is first asked for; the same for all servers on the database. */
@Repository
public class ServerKeys {
    private final Store store;

    public ServerKeys(Store store) {
        this.store = store;
    }

    /**
     * The key of this name.
     *
     * @param fresh a random text, which becomes the key when there is none yet
     */
    public String key(String name, String fresh) {
        return store.write(jdbc -> {
            jdbc.sql("insert into server_key (name, value) values (:name, :value) on conflict (name) do nothing")
                    .param("name", name)
                    .param("value", fresh)
                    .update();
            return jdbc.sql("select value from server_key where name = :name")
                    .param("name", name)
                    .query(String.class)
                    .single();
        });
    }
}
