from app.parts.raw import sync
