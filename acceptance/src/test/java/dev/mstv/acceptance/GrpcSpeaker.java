package dev.mstv.acceptance;

import dev.mstv.contracts.auth.AuthServiceGrpc;
import dev.mstv.contracts.auth.LoginRequest;
import dev.mstv.contracts.auth.LogoutRequest;
import dev.mstv.contracts.auth.LogoutResponse;
import dev.mstv.contracts.auth.RegisterRequest;
import dev.mstv.contracts.order.CancelOrderRequest;
import dev.mstv.contracts.order.GetOrderRequest;
import dev.mstv.contracts.order.OrderItem;
import dev.mstv.contracts.order.OrderServiceGrpc;
import dev.mstv.contracts.order.PlaceOrderRequest;
import dev.mstv.contracts.order.Price;
import dev.mstv.contracts.user.CreateUserRequest;
import dev.mstv.contracts.user.DeleteUserRequest;
import dev.mstv.contracts.user.DeleteUserResponse;
import dev.mstv.contracts.user.GetUserRequest;
import dev.mstv.contracts.user.UpdateUserRequest;
import dev.mstv.contracts.user.UserServiceGrpc;
import java.util.List;

/** Says it in calls of the contract's services. */
final class GrpcSpeaker implements Speaker {

    private final GrpcLine line;

    GrpcSpeaker(int port) {
        this.line = new GrpcLine(port);
    }

    private UserServiceGrpc.UserServiceBlockingStub users(String token, String key) {
        return UserServiceGrpc.newBlockingStub(line.as(token, key));
    }

    private AuthServiceGrpc.AuthServiceBlockingStub auth(String token) {
        return AuthServiceGrpc.newBlockingStub(line.as(token, NO_KEY));
    }

    private OrderServiceGrpc.OrderServiceBlockingStub orders(String token, String key) {
        return OrderServiceGrpc.newBlockingStub(line.as(token, key));
    }

    @Override
    public Outcome register(String email, String password) {
        RegisterRequest request = RegisterRequest.newBuilder()
                .setEmail(email)
                .setPassword(password)
                .build();
        return GrpcLine.outcome(() -> auth(NOBODY).register(request).getUser().getId());
    }

    @Override
    public Outcome login(String email, String password) {
        LoginRequest request =
                LoginRequest.newBuilder().setEmail(email).setPassword(password).build();
        return GrpcLine.outcome(() -> auth(NOBODY).login(request).getUser().getId());
    }

    @Override
    public void logout(Account who) {
        LogoutResponse unused = auth(who.accessToken()).logout(LogoutRequest.getDefaultInstance());
    }

    @Override
    public Outcome read(String token, String user) {
        GetUserRequest request = GetUserRequest.newBuilder().setId(user).build();
        return GrpcLine.outcome(() -> users(token, NO_KEY).getUser(request).getId());
    }

    @Override
    public Outcome create(String token, String email, String key) {
        CreateUserRequest request = CreateUserRequest.newBuilder()
                .setEmail(email)
                .setPassword(Account.PASSWORD)
                .build();
        return GrpcLine.outcome(() -> users(token, key).createUser(request).getId());
    }

    @Override
    public Outcome rename(String token, String user, String name, long seen) {
        UpdateUserRequest request = UpdateUserRequest.newBuilder()
                .setId(user)
                .setName(name)
                .setExpectedVersion(seen)
                .build();
        return GrpcLine.outcome(() -> users(token, NO_KEY).updateUser(request).getId());
    }

    @Override
    public Outcome delete(String token, String user) {
        DeleteUserRequest request = DeleteUserRequest.newBuilder().setId(user).build();
        return GrpcLine.outcome(() -> {
            DeleteUserResponse unused = users(token, NO_KEY).deleteUser(request);
            return "";
        });
    }

    @Override
    public Outcome place(String token, List<String> currencies, String key) {
        PlaceOrderRequest request = PlaceOrderRequest.newBuilder()
                .addAllItems(currencies.stream().map(GrpcSpeaker::book).toList())
                .setPaymentToken("tok_visa")
                .build();
        return GrpcLine.outcome(() -> orders(token, key).placeOrder(request).getId());
    }

    private static OrderItem book(String currency) {
        return OrderItem.newBuilder()
                .setSku("book")
                .setQuantity(1)
                .setUnitPrice(Price.newBuilder().setAmount("12").setCurrency(currency))
                .build();
    }

    @Override
    public Outcome order(String token, String order) {
        GetOrderRequest request = GetOrderRequest.newBuilder().setId(order).build();
        return GrpcLine.outcome(() -> orders(token, NO_KEY).getOrder(request).getId());
    }

    @Override
    public Outcome cancel(String token, String order) {
        CancelOrderRequest request =
                CancelOrderRequest.newBuilder().setId(order).build();
        return GrpcLine.outcome(() -> orders(token, NO_KEY).cancelOrder(request).getId());
    }

    @Override
    public void close() {
        line.close();
    }
}
